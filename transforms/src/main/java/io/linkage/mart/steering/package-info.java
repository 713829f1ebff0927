/** What the board steers by. */
package io.linkage.mart.steering;
