// The one file that sees Poppler's private headers (22.12; CMake checks the version), for the files of this folder that read with them:
// capture_device, font_letters, page_drawer, poppler_capture. They promise nothing from version to version, and do not bear our warnings.
#pragma once

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <poppler/Annot.h>
#include <poppler/Catalog.h>
#include <poppler/CharTypes.h>
#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/Gfx.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>
#include <poppler/UTF.h>
#include <poppler/fofi/FoFiTrueType.h>
#pragma GCC diagnostic pop
