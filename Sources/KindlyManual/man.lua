-- How Markdown becomes a page of the manual: what is typed is bold, with minus signs that can be
-- copied; code is indented; a table is a list of what its first column names.

local marks = { ["\\"] = "\\e", ["-"] = "\\-", ["'"] = "\\(aq", ["`"] = "\\(ga", ["^"] = "\\(ha", ["~"] = "\\(ti" }

local function typed(text)
  return (text:gsub("[\\%-'`^~]", marks))
end

function Code(code)
  return pandoc.RawInline("man", "\\fB" .. typed(code.text) .. "\\fR")
end

function CodeBlock(block)
  local text = typed(block.text):gsub("\n%.", "\n\\&."):gsub("^%.", "\\&.")
  return pandoc.RawBlock("man", ".RS 4\n.PP\n.EX\n" .. text .. "\n.EE\n.RE")
end

function Link(link)
  return link.content
end

function Table(table)
  local entries = {}
  for _, row in ipairs(pandoc.utils.to_simple_table(table).rows) do
    local says = pandoc.List()
    for column = 2, #row do
      local inlines = pandoc.utils.blocks_to_inlines(row[column])
      if #says > 0 and #inlines > 0 then says:extend({ pandoc.Str(";"), pandoc.Space() }) end
      says:extend(inlines)
    end
    entries[#entries + 1] = { pandoc.utils.blocks_to_inlines(row[1]), { { pandoc.Para(says) } } }
  end
  return pandoc.DefinitionList(entries)
end
