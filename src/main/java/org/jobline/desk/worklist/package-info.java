/** Lists of orders, their search, and the lists that agents save. */
package org.jobline.desk.worklist;
