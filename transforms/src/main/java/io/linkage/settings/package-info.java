/** Settings that transforms need: each with its default, unit and bounds beside it. */
package io.linkage.settings;
