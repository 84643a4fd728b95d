/**
 * What people see: one file for each page, its view model beside it, its template under {@code src/main/jte}. A page
 * reads once, builds its view and renders it; it decides nothing clinical. Start at {@code Pages}.
 */
package org.plinth.web.page;
