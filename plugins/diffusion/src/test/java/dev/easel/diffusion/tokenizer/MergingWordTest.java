package dev.easel.diffusion.tokenizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MergingWordTest {
    private static final String LETTERS = "aehinorst";

    @Test
    void theQueueMergesWhatRepeatedSearchesForTheLowestRankMerge(@TempDir Path empty) {
        TokenizerFolder folder = new TokenizerFolder(empty);
        List<String> faults = new ArrayList<>();
        Vocabulary vocabulary =
                Vocabulary.read(folder.file("vocab.json"), faults::add).orElseThrow();
        Path file = folder.file("merges.txt");
        Merges merges = Merges.of(Merges.lines(file, faults::add), vocabulary, file, faults::add);
        assertEquals(List.of(), faults);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 5_000; i++) {
            int[] word = word(random, vocabulary);
            assertEquals(mergedBySearching(word, merges), merged(word, merges), () -> Arrays.toString(word));
        }
    }

    private static int[] word(SplittableRandom random, Vocabulary vocabulary) {
        int length = 1 + random.nextInt(12);
        return IntStream.range(0, length)
                .mapToObj(i -> LETTERS.charAt(random.nextInt(LETTERS.length())) + (i == length - 1 ? "</w>" : ""))
                .mapToInt(token -> vocabulary.id(token).orElseThrow())
                .toArray();
    }

    private static List<Integer> merged(int[] word, Merges merges) {
        List<Integer> tokens = new ArrayList<>();
        new MergingWord(word.clone(), merges).merge(tokens::add);
        return tokens;
    }

    private static List<Integer> mergedBySearching(int[] word, Merges merges) {
        List<Integer> tokens = new ArrayList<>(IntStream.of(word).boxed().toList());
        for (int at = lowest(tokens, merges); at >= 0; at = lowest(tokens, merges)) {
            int result = merges.result(merges.rank(tokens.get(at), tokens.get(at + 1)));
            tokens.subList(at, at + 2).clear();
            tokens.add(at, result);
        }
        return tokens;
    }

    private static int lowest(List<Integer> tokens, Merges merges) {
        int lowest = -1;
        int lowestRank = Integer.MAX_VALUE;
        for (int at = 0; at + 1 < tokens.size(); at++) {
            int rank = merges.rank(tokens.get(at), tokens.get(at + 1));
            if (rank != Merges.NONE && rank < lowestRank) {
                lowest = at;
                lowestRank = rank;
            }
        }
        return lowest;
    }
}
