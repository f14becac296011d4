" Syntax of Kindly's files, written from the language's own tables.
if exists('b:did_ftplugin') | finish | endif
let b:did_ftplugin = 1
setlocal commentstring=//\ %s comments=:// wrap linebreak
let b:undo_ftplugin = 'setlocal commentstring< comments< wrap< linebreak<'
