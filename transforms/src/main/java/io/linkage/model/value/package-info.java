/** From purchases and contracts to what a customer is worth: what is set against their margin. */
package io.linkage.model.value;
