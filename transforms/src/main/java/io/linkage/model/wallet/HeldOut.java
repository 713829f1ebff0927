package io.linkage.model.wallet;

/**
 * What was said of a respondent who was left out, beside what the respondent said; NaN where nothing was said.
 *
 * @param respondent who was left out
 * @param model wallet by the model of the others
 * @param segment wallet by the ledger and the share of the segment among the others
 */
public record HeldOut(Respondent respondent, double model, double segment) {
    /** Wallet by the ledger and one part in as many brands as used. */
    public double equal() {
        return SegmentShares.wallet(respondent.buyer(), respondent.equalShare());
    }

    /** Wallet by the ledger and the Wallet Allocation Rule. */
    public double allocated() {
        return SegmentShares.wallet(respondent.buyer(), respondent.allocatedShare());
    }

    /** Logarithm of the reference over a forecast. */
    double error(double forecast) {
        return StrictMath.log(respondent.reference() / forecast);
    }

    Band.Error bandError(double forecast) {
        return new Band.Error(respondent.buyer().isRecent(), error(forecast), respondent.weight());
    }

    /** Half of what the witnesses differ by. */
    Band.Error halfApart() {
        return new Band.Error(respondent.buyer().isRecent(), StatedWallet.halfApart(respondent), respondent.weight());
    }
}
