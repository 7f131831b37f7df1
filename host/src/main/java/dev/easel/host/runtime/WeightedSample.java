package dev.easel.host.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Values of which some count more than others. Not safe for use by several threads. */
final class WeightedSample {
    private final List<Item> items = new ArrayList<>();

    private record Item(double value, double weight) {}

    /** Adds a value with a positive weight. */
    void add(double value, double weight) {
        items.add(new Item(value, weight));
    }

    int size() {
        return items.size();
    }

    /** Removes the greatest value if it stands alone: if it is at least so much greater than the next. */
    void dropLoneGreatest(double gap) {
        items.sort(Comparator.comparingDouble(Item::value));
        int last = items.size() - 1;
        if (last >= 1 && items.get(last).value() - items.get(last - 1).value() >= gap) {
            items.remove(last);
        }
    }

    double median() {
        return quantile(0.5);
    }

    /**
     * Interpolates between the middles of the weights.
     *
     * @param share between 0 and 1
     * @throws IllegalStateException if the sample is empty
     */
    double quantile(double share) {
        if (items.isEmpty()) {
            throw new IllegalStateException("An empty sample has no quantiles");
        }
        items.sort(Comparator.comparingDouble(Item::value));
        double wanted = share * items.stream().mapToDouble(Item::weight).sum();
        Item before = items.get(0);
        double middleBefore = before.weight() / 2;
        double sum = before.weight();
        for (Item item : items.subList(1, items.size())) {
            double middle = sum + item.weight() / 2;
            if (wanted <= middle) {
                double part = Math.max(0, (wanted - middleBefore) / (middle - middleBefore));
                return before.value() + part * (item.value() - before.value());
            }
            before = item;
            middleBefore = middle;
            sum += item.weight();
        }
        return before.value();
    }
}
