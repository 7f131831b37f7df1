package dev.easel.host.provider;

import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A provider of a loaded plugin. */
final class LoadedProvider implements HostedProvider {
    private final ProviderTraits traits;
    private final PluginObject<TextToImageProvider> object;
    private final Consumer<LoadedProvider> recheck;
    private final ProviderTimings timings;
    private final ProviderLog log;
    private final ProviderAnswers answers;
    private final ProviderReadiness readiness;
    private final ProviderSlots slots;
    private final Circuit circuit;
    private Optional<Readiness> noted = Optional.empty();
    private final Set<HeldSlot> held = ConcurrentHashMap.newKeySet();

    LoadedProvider(
            ProviderTraits traits,
            PluginObject<TextToImageProvider> object,
            Consumer<LoadedProvider> recheck,
            ProviderTimings timings,
            Circuit circuit) {
        this.circuit = circuit;
        this.traits = traits;
        this.object = object;
        this.recheck = recheck;
        this.timings = timings;
        log = new ProviderLog(traits.id(), traits.plugin().id());
        answers = new ProviderAnswers(traits.id(), object, log, timings);
        readiness = new ProviderReadiness(object, log, timings.answer());
        slots = new ProviderSlots(traits.slots());
    }

    @Override
    public String id() {
        return traits.id();
    }

    @Override
    public String name(Locale locale) {
        return answers.name(locale);
    }

    @Override
    public String pluginId() {
        return traits.plugin().id();
    }

    @Override
    public String pluginVersion() {
        return traits.plugin().version();
    }

    @Override
    public Readiness readiness() {
        return circuit.objection().orElseGet(readiness::last);
    }

    boolean isQuarantined() {
        return circuit.isQuarantined();
    }

    @Override
    public void succeeded() {
        circuit.succeeded();
    }

    @Override
    public void failed() {
        if (circuit.failed()) {
            readiness().reasons().forEach(log::warn);
            recheckReadiness();
        }
    }

    @Override
    public void recheckReadiness() {
        recheck.accept(this);
    }

    @Override
    public void lacks(String reason) {
        readiness.lack(reason);
        recheckReadiness();
    }

    @Override
    public int slots() {
        return traits.slots();
    }

    /** Asks the provider now; tells whether it is ready or not as it was not when that was last asked. */
    boolean refreshReadiness() {
        boolean changed = readiness.refresh();
        return noteChange() || changed;
    }

    /** Tells whether the time has changed its readiness. */
    synchronized boolean noteChange() {
        Optional<Readiness> now = Optional.of(readiness());
        boolean changed = !now.equals(noted);
        noted = now;
        return changed;
    }

    @Override
    public Duration declaredRuntime(int images) {
        return answers.runtime(images);
    }

    @Override
    public int maxImagesPerCall() {
        return traits.maxImagesPerCall();
    }

    @Override
    public Optional<Slot> tryAcquire() {
        if ((circuit.isOnTrial() && !held.isEmpty()) || !slots.tryTake()) {
            return Optional.empty();
        }
        HeldSlot slot = new HeldSlot(this, object, this::free);
        held.add(slot);
        return Optional.of(slot);
    }

    /** Gives out no more slots. */
    void stopTakingRuns() {
        slots.close();
    }

    /** Tells whether it was told to take no more runs. */
    boolean isRetired() {
        return slots.isClosed();
    }

    boolean awaitRuns(Duration patience) throws InterruptedException {
        return slots.awaitAllFree(patience);
    }

    void interruptRuns() {
        held.forEach(HeldSlot::withdraw);
    }

    /** Closes the provider unless a run is under way; in any case forgets it. */
    void close() {
        if (held.isEmpty()) {
            closeObject();
        } else {
            // Closing what is in use can end the process where native memory is behind it.
            log.warn("is left behind without being closed, as a run goes on though it was interrupted");
        }
        object.forget();
    }

    private void closeObject() {
        try {
            object.run(timings.answer(), TextToImageProvider::close);
        } catch (PluginFailure failure) {
            log.warn("was not closed properly: close() " + failure.problem());
        }
    }

    private void free(HeldSlot slot) {
        held.remove(slot);
        slots.giveBack();
    }

    @Override
    public String toString() {
        return "provider " + traits.id() + " of plugin " + traits.plugin();
    }
}
