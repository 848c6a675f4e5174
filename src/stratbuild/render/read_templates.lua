-- Reads a JSON list of Markdown texts and prints a JSON list of pandoc's document trees.
-- The empty list of files keeps the reader in pandoc's sandbox.
local format = arg[1]
local trees = {}
for _, text in ipairs(pandoc.json.decode(io.read("a"), false)) do
  local document = pandoc.read(text, format, nil, {})
  table.insert(trees, pandoc.write(document, "json"))
end
io.write("[" .. table.concat(trees, ",") .. "]")
