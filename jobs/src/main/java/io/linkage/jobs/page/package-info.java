/** What pages for people are made of: the frame, the figures and the words of a language; no request leaves a page. */
package io.linkage.jobs.page;
