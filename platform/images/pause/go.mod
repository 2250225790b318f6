module tenantproof.io/pause

go 1.26.0
