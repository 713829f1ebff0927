/** Units and their engagement: groups of employees, never one. */
package io.linkage.core.employee;
