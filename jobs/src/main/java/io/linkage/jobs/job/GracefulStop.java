package io.linkage.jobs.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.listener.JobExecutionListener;

/**
 * Answers SIGTERM: the step at work is given up, the job repository says stopped, and the next run goes on there.
 */
final class GracefulStop implements JobExecutionListener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "graceful-stop");
    private volatile boolean requested;
    private volatile JobOperator operator;
    private volatile JobExecution execution;

    GracefulStop() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Stops through this operator. */
    void through(JobOperator jobs) {
        this.operator = jobs;
    }

    /** Whether someone asked the run to stop. */
    boolean requested() {
        return requested;
    }

    @Override
    public void beforeJob(JobExecution started) {
        this.execution = started;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is what ended the run: it waits for this very moment.
            return;
        }
    }

    private void stop() {
        requested = true;
        try {
            if (operator != null && execution != null && ended.getCount() > 0) {
                operator.stop(execution);
                SparkSession.getDefaultSession().foreach(session -> {
                    session.sparkContext().cancelAllJobs();
                    return null;
                });
            }
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                execution = null;
            }
        } catch (JobExecutionNotRunningException over) {
            execution = null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
