;;; A person in Emacs with Eglot: the same steps as neovim.lua.  Prints one line a check.  -*- lexical-binding: t -*-

(require 'eglot)

(defvar gouji-failed 0)
(defconst gouji-wait 20)

(defun gouji-check (name ok seen)
  (unless ok (setq gouji-failed (1+ gouji-failed)))
  (princ (if ok (format "ok %s\n" name) (format "FAILED %s: %S\n" name seen))))

(defun gouji-wait-for (condition)
  "Let the server speak until CONDITION holds, or give up."
  (let ((end (+ (float-time) gouji-wait)) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    value))

(defun gouji-numbers () (replace-regexp-in-string "[^0-9]+" " " (buffer-string)))

(defun gouji-ask (method &rest params)
  (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) params)))

(condition-case failure
    (progn
      (find-file (getenv "GOUJI_DRAFT"))
      (apply #'eglot (eglot--guess-contact))
      (flymake-mode 1)
      (flymake-start)
      (gouji-wait-for (lambda () (flymake-diagnostics)))
      (let ((found (flymake-diagnostics)))
        (gouji-check "diagnostics" (= 1 (length found)) (mapcar #'flymake-diagnostic-text found))
        (goto-char (flymake-diagnostic-beg (car found))))
      (let ((hover (gouji-ask :textDocument/hover)))
        (gouji-check "hover" (string-match-p "总计" (format "%S" hover)) hover))
      ;; "Not here" makes .gouji.json; once that is written, saving the draft shows what it says.
      (let ((suppressions (expand-file-name ".gouji.json" (file-name-directory (getenv "GOUJI_DRAFT")))))
        (cl-letf (((symbol-function 'completing-read)
                   (lambda (_prompt actions &rest _) (car (seq-find (lambda (action) (string-match-p "不再报告此处" (car action))) actions))))
                  (last-nonmenu-event ?\r)
                  ;; Eglot asks before it edits a file that is not open.
                  ((symbol-function 'y-or-n-p) #'always)
                  (eglot-confirm-server-initiated-edits nil))
          (call-interactively #'eglot-code-actions))
        (with-current-buffer (find-buffer-visiting suppressions) (save-buffer))
        (set-buffer-modified-p t)
        (save-buffer)
        (gouji-wait-for (lambda () (flymake-start) (null (flymake-diagnostics))))
        (gouji-check "finding silenced" (null (flymake-diagnostics)) (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
        (delete-file suppressions)
        (set-buffer-modified-p t)
        (save-buffer)
        (gouji-wait-for (lambda () (flymake-diagnostics)))
        (gouji-check "finding back" (= 1 (length (flymake-diagnostics))) nil)
        (goto-char (flymake-diagnostic-beg (car (flymake-diagnostics)))))
      ;; The first action of the menu, as a person presses RET.
      (cl-letf (((symbol-function 'completing-read) (lambda (_prompt actions &rest _) (caar actions)))
                ;; Asked from the keyboard, not by the mouse.
                (last-nonmenu-event ?\r)
                (eglot-confirm-server-initiated-edits nil))
        (call-interactively #'eglot-code-actions))
      (gouji-check "the right number is in the text" (save-excursion (goto-char (point-min)) (search-forward "12 2 0 0 0 1 15" nil t)) (buffer-substring 1 200))
      (eglot--signal-textDocument/didChange)
      (gouji-wait-for (lambda () (flymake-start) (null (flymake-diagnostics))))
      (gouji-check "code action applied" (null (flymake-diagnostics)) (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
      (save-excursion
        (goto-char (point-max))
        (insert "\n表三")
        (eglot--signal-textDocument/didChange)
        (let ((items (gouji-ask :textDocument/completion)))
          (gouji-check "completion" (> (length (plist-get items :items)) 0) items))
        (delete-region (line-beginning-position 1) (point-max))
        (eglot--signal-textDocument/didChange))
      (let ((before (gouji-numbers)) (text (buffer-string)))
        (eglot-format-buffer)
        (gouji-check "formatting" (not (equal text (buffer-string))) nil)
        (gouji-check "formatting keeps the numbers" (equal before (gouji-numbers)) (buffer-substring 1 200)))
      (eglot--signal-textDocument/didChange)
      (gouji-wait-for (lambda () (null (flymake-diagnostics))))
      (gouji-check "no finding after formatting" (null (flymake-diagnostics)) (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
      (set-buffer-modified-p nil)
      (eglot-shutdown (eglot-current-server)))
  (error (gouji-check "the run" nil failure)))

(kill-emacs (if (= gouji-failed 0) 0 1))
