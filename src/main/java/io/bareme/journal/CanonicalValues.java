package io.bareme.journal;

import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Currency;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How single values are written in {@link CanonicalJson}: each as one text. */
final class CanonicalValues extends SimpleModule {

    private static final long serialVersionUID = 1;

    CanonicalValues() {
        super("bareme-canonical");
        text(Money.class, Money::toString, CanonicalValues::money);
        text(Rate.class, Rate::toString, CanonicalValues::rate);
        text(ActCode.class, ActCode::toString, CanonicalValues::act);
        text(BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
        addSerializer(new SortedElements());
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                json.writeString(write.apply(value));
            }
        });
        addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser json, DeserializationContext context) {
                return read.apply(json.getString());
            }
        });
    }

    private static Money money(String text) {
        int space = text.indexOf(' ');
        return Money.of(text.substring(0, space), Currency.valueOf(text.substring(space + 1)));
    }

    private static Rate rate(String text) {
        return Rate.percent(text.substring(0, text.length() - " %".length()));
    }

    private static ActCode act(String text) {
        int space = text.indexOf(' ');
        return new ActCode(CodeSystem.valueOf(text.substring(0, space)), text.substring(space + 1));
    }

    /** A set has no order of its own: its elements are written in the order of their words. */
    private static final class SortedElements extends StdSerializer<Set<?>> {

        SortedElements() {
            super(Set.class, false);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            set.stream()
                    .sorted(Comparator.comparing(Object::toString))
                    .forEach(element -> context.writeValue(json, element));
            json.writeEndArray();
        }
    }
}
