-- A person in Neovim: opens a broken draft, reads the finding, takes the fix, asks for hover, completion and formatting.
-- Loaded by run.mjs with the documented configuration; prints one line a check and leaves with status 1 if one fails.

local WAIT = 20000
local failed = 0

local function check(name, ok, seen)
  if not ok then failed = failed + 1 end
  io.stdout:write((ok and 'ok ' or 'FAILED ') .. name .. (ok and '' or (': ' .. vim.inspect(seen))) .. '\n')
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, WAIT) or {}
  for _, answer in pairs(answers) do
    if answer.result ~= nil then return answer.result end
  end
end

local function problems() return vim.diagnostic.get(0) end

local function run()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.GOUJI_DRAFT))
  vim.wait(WAIT, function() return #problems() > 0 end)
  local first = problems()[1] or {}
  check('diagnostics', #problems() == 1 and first.source == '勾稽' and first.code == 'wrong-cell', problems())

  vim.api.nvim_win_set_cursor(0, { (first.lnum or 0) + 1, first.col or 0 })
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params()) or {}
  check('hover', vim.inspect(hover):find('总计', 1, true) ~= nil, hover)

  -- "Not here" makes .gouji.json; once that is written, saving the draft shows what it says.
  local offered
  vim.ui.select = function(items, _, choose)
    offered = items
    for index, item in ipairs(items) do
      if vim.inspect(item):find('不再报告此处', 1, true) then return choose(item, index) end
    end
  end
  vim.lsp.buf.code_action()
  local suppressions = vim.fn.fnamemodify(vim.env.GOUJI_DRAFT, ':h') .. '/.gouji.json'
  vim.wait(WAIT, function() return vim.fn.bufexists(suppressions) == 1 end)
  vim.cmd('wall')
  vim.cmd('write')
  vim.wait(WAIT, function() return #problems() == 0 end)
  check('finding silenced', #problems() == 0 and vim.fn.filereadable(suppressions) == 1, { problems(), offered })
  vim.fn.delete(suppressions)
  vim.cmd('write')
  vim.wait(WAIT, function() return #problems() > 0 end)
  check('finding back', #problems() == 1, problems())

  -- The menu of code actions, answered by its first entry.
  vim.ui.select = function(items, _, choose)
    offered = items
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  vim.wait(WAIT, function() return #problems() == 0 end)
  check('code action applied', #problems() == 0, { problems(), offered })
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  check('the right number is in the text', text:find('12 2 0 0 0 1 15', 1, true) ~= nil, text:sub(1, 200))

  local last = vim.api.nvim_buf_line_count(0)
  vim.api.nvim_buf_set_lines(0, last, last, false, { '表三' })
  vim.api.nvim_win_set_cursor(0, { last + 1, #'表三' })
  local items = ask('textDocument/completion', vim.lsp.util.make_position_params()) or {}
  check('completion', #(items.items or items) > 0, items)
  vim.api.nvim_buf_set_lines(0, last, last + 1, false, {})

  local edits = ask('textDocument/formatting', vim.lsp.util.make_formatting_params({ tabSize = 4, insertSpaces = false })) or {}
  check('formatting', #edits > 0, edits)
  local client = vim.tbl_values(vim.lsp.buf_get_clients(0))[1]
  vim.lsp.util.apply_text_edits(edits, 0, client.offset_encoding)
  local formatted = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  check('formatting keeps the numbers', formatted:gsub('[^%d]+', ' ') == text:gsub('[^%d]+', ' '), formatted:sub(1, 200))
  vim.wait(1000, function() return #problems() > 0 end)
  check('no finding after formatting', #problems() == 0, problems())
end

local ok, message = xpcall(run, debug.traceback)
if not ok then check('the run', false, message) end
vim.cmd(failed == 0 and 'quitall!' or 'cquit 1')
