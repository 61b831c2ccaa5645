// Copies of a page's resources without what costs Poppler much and is never seen in tables: most entries of graphics
// states, ICC profiles, images, files of simple fonts with an encoding of their own. What is not exactly of the known form is
// copied as it is. What pages share is made once and kept by its reference.
#include "extractors/pdf/page_resources.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace jangbu {
namespace {

// Bounds what hostile files make us keep of each kind.
constexpr std::size_t kMostKept = 4096;

// A dictionary with these entries of another one, values not followed.
Object copy_of_some(const Object& from, std::initializer_list<const char*> keys, XRef* xref) {
  Object to(new Dict(xref));
  for (const char* key : keys) {
    const Object& value = from.dictLookupNF(key);
    if (!value.isNull()) to.dictAdd(key, value.copy());
  }
  return to;
}

Object copy_without(const Object& from, std::initializer_list<std::string_view> keys, XRef* xref) {
  Object to(new Dict(xref));
  for (int i = 0; i < from.dictGetLength(); ++i) {
    const char* key = from.dictGetKey(i);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) to.dictAdd(key, from.dictGetValNF(i).copy());
  }
  return to;
}

Object slim_state(const Object& state, XRef* xref) {
  // The width of lines, what text is shown in, and how much of it all is seen.
  return state.isDict() ? copy_of_some(state, {"LW", "Font", "ca", "CA", "SMask"}, xref) : state.copy();
}

// ICC profiles (8.6.5.5) as the plain colours that have as many components: Poppler makes tables of a profile at each `cs`, for shades that
// no reader of tables tells apart.
Object plain_colours(const Object& space, XRef*) {
  if (!space.isArray() || space.arrayGetLength() < 2 || !space.arrayGetNF(0).isName("ICCBased")) return space.copy();
  const Object profile = space.arrayGet(1);
  if (!profile.isStream() || !profile.streamGetDict()->lookupNF("Range").isNull()) return space.copy();
  const Object components = profile.streamGetDict()->lookup("N"), alternate = profile.streamGetDict()->lookup("Alternate");
  if (!components.isInt() || !(alternate.isNull() || alternate.isName())) return space.copy();
  switch (components.getInt()) {
    case 1: return Object(objName, "DeviceGray");
    case 3: return Object(objName, "DeviceRGB");
    case 4: return Object(objName, "DeviceCMYK");
    default: return space.copy();
  }
}

// Only references tell whether two pages mean the same font.
bool copy_references(const Object& from, Object& to) {
  if (!from.isDict()) return false;
  for (int i = 0; i < from.dictGetLength(); ++i) {
    if (!from.dictGetValNF(i).isRef()) return false;
  }
  for (int i = 0; i < from.dictGetLength(); ++i) to.dictAdd(from.dictGetKey(i), from.dictGetValNF(i).copy());
  return true;
}

// One that Poppler takes without a look into the font's file.
bool known_encoding(const Object& encoding) {
  if (encoding.isDict()) return known_encoding(encoding.dictLookup("BaseEncoding"));
  return encoding.isName("WinAnsiEncoding") || encoding.isName("MacRomanEncoding") || encoding.isName("MacExpertEncoding");
}

// Null: the font stays as it is.
Object slim_font(const Object& font, XRef* xref) {
  if (!font.isDict() || !known_encoding(font.dictLookup("Encoding"))) return Object(objNull);
  const Object type = font.dictLookup("Subtype");
  if (!type.isName("Type1") && !type.isName("MMType1") && !type.isName("TrueType")) return Object(objNull);
  const Object descriptor = font.dictLookup("FontDescriptor");
  if (!descriptor.isDict()) return Object(objNull);
  Object out = copy_without(font, {"FontDescriptor"}, xref);
  out.dictAdd("FontDescriptor", copy_without(descriptor, {"FontFile", "FontFile2", "FontFile3"}, xref));
  return out;
}

}  // namespace

// Changes an entry once for all pages that refer to it.
Object SlimResources::changed(const Object& entry, Change change, Made& made) {
  if (!entry.isRef()) return change(entry, xref_);
  const auto known = made.find(entry.getRef());
  if (known != made.end()) return known->second.copy();
  Object out = change(entry.fetch(xref_), xref_);
  if (made.size() < kMostKept) made.emplace(entry.getRef(), out.copy());
  return out;
}

Object SlimResources::with_each(const Object& dictionary, Change change, Made& made) {
  Object out(new Dict(xref_));
  for (int i = 0; i < dictionary.dictGetLength(); ++i)
    out.dictAdd(dictionary.dictGetKey(i), changed(dictionary.dictGetValNF(i), change, made));
  return out;
}

// External objects (8.8) of which all images are one empty image. Forms stay references, by which Poppler tells one inside of itself.
Object SlimResources::without_images(const Object& objects) {
  if (!image_.isStream()) {
    Object entries(new Dict(xref_));
    entries.dictAdd("Subtype", Object(objName, "Image"));
    image_ = Object(static_cast<Stream*>(new MemStream("", 0, 0, std::move(entries))));
  }
  Object out(new Dict(xref_));
  for (int i = 0; i < objects.dictGetLength(); ++i) {
    const Object& entry = objects.dictGetValNF(i);
    Object taken = entry.copy();
    if (entry.isRef()) {
      auto known = objects_.find(entry.getRef());
      if (known == objects_.end() && objects_.size() < kMostKept) {
        const Object object = entry.fetch(xref_);
        const bool image = object.isStream() && object.streamGetDict()->lookup("Subtype").isName("Image");
        known = objects_.emplace(entry.getRef(), (image ? image_ : entry).copy()).first;
      }
      if (known != objects_.end()) taken = known->second.copy();
    }
    out.dictAdd(objects.dictGetKey(i), std::move(taken));
  }
  return out;
}

// Keys are taken one by one: what is none of fonts, states, colours or images goes along by reference.
PageResources SlimResources::of_page(const Dict* resources) {
  PageResources out{Object(new Dict(xref_)), Object(new Dict(xref_))};
  for (int i = 0; resources != nullptr && i < resources->getLength(); ++i) {
    const std::string_view key = resources->getKey(i);
    const Object value = resources->getVal(i);
    if (key == "Font" && copy_references(value, out.fonts)) continue;
    out.fonts_named = out.fonts_named && key != "Font";
    if (key == "ExtGState" && value.isDict()) {
      out.others.dictAdd(resources->getKey(i), with_each(value, slim_state, states_));
    } else if (key == "ColorSpace" && value.isDict()) {
      out.others.dictAdd(resources->getKey(i), with_each(value, plain_colours, colours_));
    } else if (key == "XObject" && value.isDict()) {
      out.others.dictAdd(resources->getKey(i), without_images(value));
    } else {
      out.others.dictAdd(resources->getKey(i), resources->getValNF(i).copy());
    }
  }
  return out;
}

Object SlimResources::font(const Object& reference) {
  Object slim = changed(reference, slim_font, fonts_);
  return slim.isNull() ? reference.copy() : std::move(slim);
}

}  // namespace jangbu
