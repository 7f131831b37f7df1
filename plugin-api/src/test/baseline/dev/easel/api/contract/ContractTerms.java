package dev.easel.api.contract;
import java.time.Duration;
public final class ContractTerms {
    private ContractTerms() {}
    public static ContractTerms usual() { throw new Error(); }
    public ContractTerms withPrompt(String newPrompt) { throw new Error(); }
    public ContractTerms withDeadline(Duration newDeadline) { throw new Error(); }
    public ContractTerms withRepeatableImages() { throw new Error(); }
}
