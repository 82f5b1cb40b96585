package io.bareme.values;

/**
 * Where a number or a rule comes from.
 *
 * @param file the file that holds it, relative to the edition's folder, with forward slashes
 * @param place the line, cell or key in that file, as a person would look for it
 * @param reference the article, publication or page
 * @param confidence how sure it is
 */
public record Source(String file, String place, String reference, Confidence confidence) {}
