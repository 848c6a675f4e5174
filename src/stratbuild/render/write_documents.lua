-- Reads a JSON list of {name, tree} and writes every tree as DOCX into the folder that is named second.
-- The trees hold no images, so that the writer reads nothing but the reference document, which is named first.
local reference, folder = arg[1], arg[2]
for _, document in ipairs(pandoc.json.decode(io.read("a"), false)) do
  local tree = pandoc.read(document.tree, "json", nil, {})
  local file = assert(io.open(pandoc.path.join({folder, document.name}), "wb"))
  file:write(pandoc.write(tree, "docx", {reference_doc = reference}))
  file:close()
end
