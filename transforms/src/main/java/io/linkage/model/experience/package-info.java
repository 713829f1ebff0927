/** What answers of customers allow to say: levels with intervals, small samples, trends, targets, problems, gaps. */
package io.linkage.model.experience;
