package org.jobline.referencedata.estate;

import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jobline.demo.WithDemoData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@WithDemoData
class ReferenceDataControllerTest {

  @Autowired private ReferenceData referenceData;
  private MockMvc web;

  @BeforeEach
  void web() {
    web = MockMvcBuilders.standaloneSetup(new ReferenceDataController(referenceData)).build();
  }

  @Test
  void sites_are_found_by_text() throws Exception {
    web.perform(get("/api/sites").param("text", "leeds brig"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.content", hasSize(1)))
        .andExpect(jsonPath("$.content[0].code").value("S-014"))
        .andExpect(jsonPath("$.content[0].timeZone").value("Europe/London"))
        .andExpect(jsonPath("$.page.totalElements").value(1));
  }

  @Test
  void a_page_says_how_many_there_are() throws Exception {
    web.perform(get("/api/sites").param("page", "3").param("size", "12"))
        .andExpect(jsonPath("$.content", hasSize(4)))
        .andExpect(jsonPath("$.content[0].code").value("S-037"))
        .andExpect(jsonPath("$.page.totalElements").value(40));
    web.perform(get("/api/sites").param("page", "999999999")).andExpect(jsonPath("$.content", hasSize(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/clients", "/api/work-types", "/api/priorities", "/api/parts"})
  void the_other_lists_are_there_too(String path) throws Exception {
    web.perform(get(path)).andExpect(status().isOk()).andExpect(jsonPath("$.content[0].code").isString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=-1", "size=0", "size=201", "page=many"})
  void an_impossible_page_is_refused(String parameter) throws Exception {
    web.perform(get("/api/sites?" + parameter)).andExpect(status().isBadRequest());
  }
}
