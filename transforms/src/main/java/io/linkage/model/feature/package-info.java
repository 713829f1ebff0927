/** As-of features that every model reads. */
package io.linkage.model.feature;
