package dev.easel.dist;

/**
 * A line of {@code easel task list}.
 *
 * @param id the task's id
 * @param status its name in lower case
 * @param attempts how many runs were begun
 * @param reason why it failed or waits; {@code -} if it does neither
 */
record TaskLine(long id, String status, int attempts, String reason) {
    static TaskLine parse(String line) {
        String[] cells = line.trim().split("\\s+", 9);
        return new TaskLine(Long.parseLong(cells[0]), cells[1], Integer.parseInt(cells[6]), cells[8]);
    }

    boolean hasEnded() {
        return isSuccessful() || status.equals("failed");
    }

    boolean isSuccessful() {
        return status.equals("successful");
    }
}
