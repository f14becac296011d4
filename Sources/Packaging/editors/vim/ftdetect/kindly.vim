" Syntax of Kindly's files, written from the language's own tables.
autocmd BufNewFile,BufRead *.practice,*.course,*.phrases,*.voice,*.bell,*.background,*.profile,*.pronunciations setfiletype kindly
