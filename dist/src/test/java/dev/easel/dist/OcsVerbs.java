package dev.easel.dist;

/** The two contracts, which differ in the verbs of some requests. */
enum OcsVerbs {
    DOCUMENTED("POST", "DELETE"),
    DEPLOYED("GET", "GET");

    private final String toFetch;
    private final String toList;

    OcsVerbs(String toFetch, String toList) {
        this.toFetch = toFetch;
        this.toList = toList;
    }

    String toFetch() {
        return toFetch;
    }

    String toList() {
        return toList;
    }
}
