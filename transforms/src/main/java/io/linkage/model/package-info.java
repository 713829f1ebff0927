/** Models: maths on plain numbers, apart from a thin Spark adapter each. */
package io.linkage.model;
