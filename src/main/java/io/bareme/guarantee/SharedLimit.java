package io.bareme.guarantee;

import io.bareme.values.Source;

/**
 * A limit that several lines of a table share, or all: one counter for what is paid under any of them.
 *
 * @param id unique among the limits and deductibles of its table; a part of the counter's key
 * @param wording as printed
 * @param source the fiche's line that states it
 */
public record SharedLimit(String id, Reach reach, String wording, Limit limit, Source source) {}
