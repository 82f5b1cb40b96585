package io.bareme.portal.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class TypedClaimTest {

    @Test
    void contracts_are_kept_in_their_order_of_payment_up_to_four() {
        TypedClaim claim = claim("cover=a/1", "cover2=", "cover3=c/3", "cover4=d/4", "cover5=e/5");

        assertThat(claim.covers()).containsExactly("a/1", "", "c/3", "d/4");
        assertThat(claim.withAnotherCover().covers()).hasSize(TypedClaim.MOST_COVERS);
        assertThat(claim.withCoverEarlier(3).covers()).containsExactly("a/1", "c/3", "", "d/4");
        assertThat(claim.withoutCover(2).withAnotherCover().covers()).containsExactly("a/1", "c/3", "d/4", "");
    }

    @Test
    void a_contract_that_is_nowhere_is_neither_moved_nor_removed() {
        TypedClaim claim = claim("cover=a/1", "cover2=b/2");

        assertThat(claim.withCoverEarlier(1)).isEqualTo(claim);
        assertThat(claim.withCoverEarlier(9)).isEqualTo(claim);
        assertThat(claim.withoutCover(0)).isEqualTo(claim);
        assertThat(claim("cover=a/1").withoutCover(1).covers()).containsExactly("");
    }

    @Test
    void a_line_keeps_what_says_something_and_reads_the_usual_elsewhere() {
        TypedLine line = claim("line1.act=G", "line1.quantity=1", "line1.unknown=x", "line1.lens=simple")
                .lines()
                .get(0);

        assertThat(line.said()).containsOnlyKeys("act", "lens");
        assertThat(line.get("quantity")).isEqualTo("1");
        assertThat(line.get("pathway")).isEqualTo("in");
        assertThat(line.isEmpty()).isFalse();
    }

    @Test
    void a_whole_group_finds_room_or_is_not_begun() {
        TypedClaim claim = claim("line1.act=G");
        List<TypedLine> many = Stream.generate(() -> TypedLine.EMPTY)
                .limit(TypedClaim.MOST_LINES)
                .toList();

        assertThat(claim.withLinesAt(0, many.subList(0, 19)).lines()).hasSize(20);
        assertThat(claim.withLinesAt(1, many)).isEqualTo(claim);
    }

    @Test
    void the_next_group_of_a_kind_is_the_first_that_no_line_is_in() {
        List<TypedLine> lines = claim("line1.group=stay", "line2.group=stay-2", "line3.group=sejour")
                .lines();

        assertThat(LineGroup.next(LineGroup.Kind.STAY, lines).word()).isEqualTo("stay-3");
        assertThat(LineGroup.next(LineGroup.Kind.AIDS, lines).word()).isEqualTo("aids");
    }

    @Test
    void a_group_is_read_back_from_the_word_that_the_claim_bears() {
        LineGroup second = new LineGroup(LineGroup.Kind.EQUIPMENT, 2);

        assertThat(LineGroup.of(second.on("2024-06-03"))).hasValue(second);
        assertThat(LineGroup.of("equipment")).hasValue(new LineGroup(LineGroup.Kind.EQUIPMENT, 1));
        assertThat(LineGroup.of("equipment-9")).isEmpty();
        assertThat(LineGroup.of("sejour-1")).isEmpty();
    }

    private static TypedClaim claim(String... parameters) {
        MultiValueMap<String, String> all = new LinkedMultiValueMap<>();
        for (String parameter : parameters) {
            all.add(parameter.substring(0, parameter.indexOf('=')), parameter.substring(parameter.indexOf('=') + 1));
        }
        return TypedClaim.of(all);
    }
}
