package io.bareme.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;

/**
 * Where a command writes its result. {@link System#out} and {@link PrintWriter} forget what could not be written; this
 * throws {@link OutputLost} instead, which ends the command.
 */
final class StandardOutput extends OutputStream {

    private final OutputStream out;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /** A writer on this, in the encoding of the terminal. It holds lines back until it is flushed. */
    PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(this, System.out.charset()), false);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException failed) {
            throw new OutputLost(failed);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException failed) {
            throw new OutputLost(failed);
        }
    }
}
