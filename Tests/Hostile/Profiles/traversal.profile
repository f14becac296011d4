Voice: ../../../secret
Bell: /etc/passwd
Phrases: ../../secret
