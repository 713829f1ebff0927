/** Campaigns, who was in them, and what customers consent to. */
package io.linkage.core.campaign;
