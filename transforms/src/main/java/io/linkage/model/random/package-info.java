/** Random draws that anyone can draw again. */
package io.linkage.model.random;
