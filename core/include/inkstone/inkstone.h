/// Everything public, for programs that use the core as a library.
#pragma once

#include "inkstone/article.h"
#include "inkstone/diagnostic.h"
#include "inkstone/front_matter.h"
#include "inkstone/json.h"
#include "inkstone/metadata.h"
#include "inkstone/options.h"
#include "inkstone/render.h"
#include "inkstone/site.h"
#include "inkstone/version.h"
