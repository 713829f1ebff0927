package io.linkage.model.wallet;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a night learned from its respondents.
 *
 * @param verdict on the model of those who were not asked
 * @param model empty where none was fitted
 * @param band around the model's wallets
 * @param stated band around wallets of those who were asked; not known where too few gave both share and amount
 * @param segmentBand band around wallets by the share of the segment
 * @param segments mean shares by segment
 * @param answers by segment
 * @param heldOut every complete respondent, forecast without them
 */
public record WalletFit(
        WalletVerdict verdict,
        Optional<TwoParts> model,
        Band band,
        Band stated,
        Band segmentBand,
        Map<String, SegmentShares.Estimate> segments,
        List<SegmentShares.Answers> answers,
        List<HeldOut> heldOut) {

    /** Respondents that model and tests can use. */
    public int respondents() {
        return heldOut.size();
    }

    /** Those of them who buy elsewhere. */
    public long elsewhere() {
        return heldOut.stream().filter(one -> one.respondent().buysElsewhere()).count();
    }
}
