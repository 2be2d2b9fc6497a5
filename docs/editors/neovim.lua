-- Gouji in Neovim 0.7 and newer. Set the path of the server and load this file from init.lua:
--
--   vim.g.gouji_server = '/path/to/gouji/dist/server.js'
--   dofile('/path/to/gouji/docs/editors/neovim.lua')

-- Names under which reports are usually saved; any other text: `:setfiletype gov-report`.
local NAMES = {
  '*.nb.txt',
  '*政府信息公开*年度报告*.txt',
  '*政府信息公开*年报*.txt',
  '*政府信息公开工作报告*.txt',
  '*信息公开工作年度报告*.txt',
  '*信息公开年度报告*.txt',
  '*信息公开年报*.txt',
}

local client

local function attach(buffer)
  -- From 0.8 on; the functions below are on their way out.
  if vim.lsp.start then
    vim.lsp.start({ name = 'gouji', cmd = { 'node', vim.g.gouji_server, '--stdio' }, root_dir = vim.fn.getcwd() }, { bufnr = buffer })
    return
  end
  client = client or vim.lsp.start_client({
    name = 'gouji',
    cmd = { 'node', vim.g.gouji_server, '--stdio' },
    root_dir = vim.fn.getcwd(),
    on_exit = function() client = nil end,
  })
  if client then vim.lsp.buf_attach_client(buffer, client) end
end

local group = vim.api.nvim_create_augroup('gouji', { clear = true })
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = group,
  pattern = NAMES,
  callback = function(event) vim.bo[event.buf].filetype = 'gov-report' end,
})
vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = 'gov-report',
  callback = function(event) attach(event.buf) end,
})
