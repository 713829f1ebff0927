/** Effects of campaigns on plain numbers: treated against control, adjusted for what came before. */
package io.linkage.model.campaign;
