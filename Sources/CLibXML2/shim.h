#ifndef VETTED_CLIBXML2_SHIM_H
#define VETTED_CLIBXML2_SHIM_H

// libxml2's headers pull in the system's ICU, which clashes with Foundation's own copy in a clean debug build.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

// xmlFree is a mutable global, which Swift rejects as shared state.
static inline void vetted_xmlFree(void *pointer) { xmlFree(pointer); }

#endif
