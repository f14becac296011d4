-- Neovim as a client of the language server: problems, a fix for them, completion, hover.
local ok, why = pcall(function()
  local id = vim.lsp.start_client({
    name = 'kindly', cmd = { vim.env.KINDLY, 'lsp' }, root_dir = vim.fn.getcwd(),
  })
  assert(id, 'the server does not start')
  vim.lsp.buf_attach_client(0, id)
  assert(vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20), 'no problems are told')
  local problem = vim.diagnostic.get(0)[1]
  assert(problem.lnum == 3 and problem.col == 11, vim.inspect(problem))
  local function ask(method, line, column)
    local answers = vim.lsp.buf_request_sync(0, method, {
      textDocument = { uri = vim.uri_from_bufnr(0) },
      position = { line = line, character = column },
      range = {
        start = { line = line, character = column }, ['end'] = { line = line, character = column },
      },
      context = { diagnostics = {} },
    }, 10000)
    assert(answers and answers[id] and answers[id].result, method .. vim.inspect(answers))
    return answers[id].result
  end
  assert(#ask('textDocument/completion', 3, 11).items > 20, 'no completion')
  assert(ask('textDocument/hover', 0, 2).contents.value:find('Title'), 'no hover')
  local fix = ask('textDocument/codeAction', 3, 13)[1]
  vim.lsp.util.apply_workspace_edit(fix.edit, 'utf-16')
  local line = vim.api.nvim_buf_get_lines(0, 3, 4, true)[1]
  assert(line == 'Sit down. [repeat 3 times]', line)
end)
if not ok then
  io.stderr:write('nvim: ' .. tostring(why) .. '\n')
  vim.cmd('cquit!')
end
io.stdout:write('nvim: problems, completion, hover and a fix from the language server\n')
vim.cmd('qall!')
