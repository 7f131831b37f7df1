package dev.easel.diffusion.tokenizer;

import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/**
 * A word while its tokens are merged; for use by one thread, made for one word.
 *
 * <p>A list of tokens that know their neighbours, and a queue of the merges that can be made, the lowest rank first,
 * then from left to right; a word of n bytes takes time in proportion to n · log n.
 */
final class MergingWord {
    private static final int NOWHERE = -1;

    private final Merges merges;
    private final int[] tokens;
    private final int[] previous;
    private final int[] next;
    private final PriorityQueue<Candidate> candidates = new PriorityQueue<>();

    /** Takes the tokens over. */
    MergingWord(int[] tokens, Merges merges) {
        this.merges = merges;
        this.tokens = tokens;
        this.previous = new int[tokens.length];
        this.next = new int[tokens.length];
        for (int at = 0; at < tokens.length; at++) {
            previous[at] = at - 1;
            next[at] = at + 1 < tokens.length ? at + 1 : NOWHERE;
        }
    }

    /** Merges what can be merged, and hands over what remains. */
    void merge(IntConsumer sink) {
        for (int at = 0; at < tokens.length; at++) {
            propose(at);
        }
        for (Candidate best = candidates.poll(); best != null; best = candidates.poll()) {
            if (best.rank() == rank(best.at())) {
                mergeWithNext(best.at(), merges.result(best.rank()));
            }
        }
        for (int at = 0; at != NOWHERE; at = next[at]) {
            sink.accept(tokens[at]);
        }
    }

    private void propose(int at) {
        int rank = rank(at);
        if (rank != Merges.NONE) {
            candidates.add(new Candidate(rank, at));
        }
    }

    /** Finds the rank of a token with its right neighbour, which a token merged into another no longer has. */
    private int rank(int at) {
        return next[at] == NOWHERE ? Merges.NONE : merges.rank(tokens[at], tokens[next[at]]);
    }

    private void mergeWithNext(int at, int result) {
        int merged = next[at];
        tokens[at] = result;
        next[at] = next[merged];
        next[merged] = NOWHERE;
        if (next[at] != NOWHERE) {
            previous[next[at]] = at;
        }
        propose(at);
        if (previous[at] != NOWHERE) {
            propose(previous[at]);
        }
    }

    private record Candidate(int rank, int at) implements Comparable<Candidate> {
        @Override
        public int compareTo(Candidate other) {
            int byRank = Integer.compare(rank, other.rank);
            return byRank == 0 ? Integer.compare(at, other.at) : byRank;
        }
    }
}
