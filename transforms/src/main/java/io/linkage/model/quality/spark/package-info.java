/** Gathers what each model's tests found. */
package io.linkage.model.quality.spark;
