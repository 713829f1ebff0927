/** What becomes of feedback, and what it costs where it stops. */
package io.linkage.mart.leak;
