package io.linkage.jobs.lake;

import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DummySnapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.collection.immutable.Nil$;
import scala.collection.immutable.Seq;

/**
 * A Delta table before its first commit, which states that it has no files. Where that is not stated, the first commit asks Spark
 * for the files of nothing, to write those of the table into its check file: a tenth of a company's first night.
 */
final class NothingYet extends DummySnapshot {
    NothingYet(DeltaLog log) {
        super(log.logPath(), log);
    }

    @Override
    @SuppressWarnings("unchecked")
    public VersionChecksum computeChecksum() {
        VersionChecksum known = super.computeChecksum();
        Seq<AddFile> none = (Seq<AddFile>) (Seq<?>) Nil$.MODULE$;
        return new VersionChecksum(
                known.txnId(),
                known.tableSizeBytes(),
                known.numFiles(),
                known.numDeletedRecordsOpt(),
                known.numDeletionVectorsOpt(),
                known.numMetadata(),
                known.numProtocol(),
                known.inCommitTimestampOpt(),
                known.setTransactions(),
                known.domainMetadata(),
                known.metadata(),
                known.protocol(),
                known.fileSizeHistogram(),
                known.deletedRecordCountsHistogramOpt(),
                Option.apply(none),
                known.lastManifestCommit());
    }
}
