package io.linkage.jobs.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A Spring Batch job whose steps begin as soon as the steps that they wait for are complete, a few at once. Of those that
 * may begin, the first of the plan does. After a fault no step begins any more; those at work come to their end.
 */
final class GraphJob extends AbstractJob {
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final int atOnce;

    private record Node(Step step, Set<String> after) {}

    /**
     * A job without steps.
     *
     * @param atOnce most steps that run side by side
     */
    GraphJob(String name, int atOnce) {
        super(name);
        this.atOnce = atOnce;
    }

    /** Adds a step that waits for those of these that the job has. */
    void add(Step step, Set<String> after) {
        Set<String> known = new LinkedHashSet<>(after);
        known.retainAll(nodes.keySet());
        nodes.put(step.getName(), new Node(step, known));
    }

    @Override
    public Step getStep(String name) {
        return nodes.containsKey(name) ? nodes.get(name).step() : null;
    }

    @Override
    public Collection<String> getStepNames() {
        return List.copyOf(nodes.keySet());
    }

    @Override
    protected void doExecute(JobExecution execution) throws JobExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(atOnce);
        try {
            Walk walk = new Walk(execution, new ExecutorCompletionService<>(pool));
            walk.toTheEnd();
            execution.upgradeStatus(walk.worst);
            execution.setExitStatus(new ExitStatus(walk.worst.name()));
        } finally {
            pool.shutdownNow();
        }
    }

    /** One way through the steps. */
    private final class Walk {
        private final JobExecution execution;
        private final CompletionService<StepExecution> workers;
        private final Set<String> begun = new LinkedHashSet<>();
        private final Set<String> done = new LinkedHashSet<>();
        private final List<JobExecutionException> faults = new ArrayList<>();
        private int running;
        private BatchStatus worst = BatchStatus.COMPLETED;

        private Walk(JobExecution execution, CompletionService<StepExecution> workers) {
            this.execution = execution;
            this.workers = workers;
        }

        private void toTheEnd() throws JobExecutionException {
            begin();
            while (running > 0) {
                await();
                begin();
            }
            if (!faults.isEmpty()) {
                throw faults.get(0);
            }
        }

        private void begin() {
            for (Node node : nodes.values()) {
                boolean free = running < atOnce && worst == BatchStatus.COMPLETED && faults.isEmpty();
                if (free && !begun.contains(node.step().getName()) && done.containsAll(node.after())) {
                    begun.add(node.step().getName());
                    Callable<StepExecution> work = () -> handleStep(node.step(), execution);
                    workers.submit(work);
                    running++;
                }
            }
        }

        private void await() throws JobInterruptedException {
            try {
                StepExecution ended = workers.take().get();
                if (ended.getStatus() == BatchStatus.COMPLETED) {
                    done.add(ended.getStepName());
                }
                worst = BatchStatus.max(worst, ended.getStatus());
            } catch (ExecutionException fault) {
                faults.add(
                        fault.getCause() instanceof JobExecutionException known
                                ? known
                                : new JobExecutionException("A step could not be run", fault.getCause()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new JobInterruptedException("The run was interrupted while its steps were at work");
            }
            running--;
        }
    }
}
