package io.bareme.journal;

import io.bareme.regulation.ActCode;
import io.bareme.regulation.CodeSystem;
import io.bareme.values.Currency;
import io.bareme.values.DateRange;
import io.bareme.values.Money;
import io.bareme.values.Rate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes any record of the core from its components, so that a field added tomorrow is tested tomorrow. */
final class RandomRecords {

    private static final String LETTERS = "aZ09 éàœ€\"\\/\n\t<>'دينار😀-:";

    private final Random random;

    RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    <T> T record(Class<T> type) {
        return type.cast(ofRecord(type));
    }

    private Object ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        while (true) {
            try {
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(
                        Arrays.stream(components).map(this::component).toArray());
            } catch (InvocationTargetException refused) {
                // A combination that the record does not allow: another one.
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(type.getName(), e);
            }
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return optional && random.nextInt(3) == 0 ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return several((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        return single((Class<?>) type);
    }

    private Object several(Class<?> raw, Type... arguments) {
        int size = random.nextInt(4);
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Math.max(size, 1); i++) {
            elements.add(value(arguments[0]));
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new HashMap<>();
            elements.forEach(key -> map.put(key, value(arguments[1])));
            return map;
        }
        return raw == List.class ? elements : new HashSet<>(elements);
    }

    private Object single(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type.isSealed()) {
            return single(type.getPermittedSubclasses()[random.nextInt(type.getPermittedSubclasses().length)]);
        }
        return switch (type.getSimpleName()) {
            case "String" -> text();
            case "boolean" -> random.nextBoolean();
            case "int", "Integer" -> random.nextInt(1, 999);
            case "long" -> random.nextLong(0, 1L << 53);
            case "LocalDate" -> day();
            case "UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "BigDecimal" -> decimal();
            case "Money" -> new Money(random.nextLong(0, 10_000_000_000L), Currency.values()[random.nextInt(2)]);
            case "Rate" -> new Rate(decimal());
            case "DateRange" -> new DateRange(day(), random.nextBoolean() ? null : day().plusYears(200));
            case "ActCode" -> new ActCode(CodeSystem.values()[random.nextInt(CodeSystem.values().length)], text());
            default -> ofRecord(type);
        };
    }

    private LocalDate day() {
        return LocalDate.ofEpochDay(random.nextInt(-20_000, 40_000));
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextLong(0, 1_000_000), random.nextInt(0, 8));
    }

    private String text() {
        int[] letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }
}
