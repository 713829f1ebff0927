/** Who was treated, with whom they are compared, and what the campaign added. */
package io.linkage.model.campaign.spark;
